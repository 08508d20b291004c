"""What pavilion staff do to a kiosk: whom it trusts, what they chose, what they did; kept through power cuts."""
