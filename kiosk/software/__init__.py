"""The program of a kiosk, brought by the roads of the content: fetched, laid down, tried, started, gone back from."""
