"""The pages of docs/reference, made from the code, one file a page or kind of page."""
