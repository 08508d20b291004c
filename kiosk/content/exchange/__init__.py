"""Content as other programs read and write it: CPSV-AP for public services, spreadsheets for translators."""
