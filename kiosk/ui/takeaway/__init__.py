"""Take-aways: codes on the screen and sheets on paper."""
