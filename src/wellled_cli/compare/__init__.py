"""Two reviews to what is different between them."""
