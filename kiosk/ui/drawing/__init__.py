"""Drawing: fonts, patterns, pictures and QR codes as Qt draws them."""
