"""Morocco's outline, and where a place of it is on a map.

The geometry is that of Natural Earth (public domain), 1:50,000,000, taken from the npm package world-atlas 2.0.2: Morocco with its
Sahara as one, its line simplified to a twentieth of a degree.
"""

from math import cos, radians

from kiosk.domain.exhibition import Place

OUTLINE = tuple(
    Place(latitude, longitude)
    for latitude, longitude in (
        (35.1, -2.22),
        (34.75, -1.79),
        (34.61, -1.85),
        (34.47, -1.73),
        (34.37, -1.79),
        (33.57, -1.63),
        (33.32, -1.68),
        (32.79, -1.45),
        (32.47, -1.06),
        (32.34, -1.24),
        (32.11, -1.23),
        (32.08, -2.86),
        (31.83, -3.02),
        (31.69, -3.77),
        (31.62, -3.85),
        (31.2, -3.83),
        (31.07, -3.62),
        (30.96, -3.67),
        (30.91, -3.99),
        (30.7, -4.32),
        (30.47, -4.97),
        (30.17, -5.18),
        (29.96, -5.45),
        (29.83, -6.0),
        (29.82, -6.48),
        (29.57, -6.64),
        (29.61, -7.16),
        (28.72, -8.66),
        (26.0, -8.68),
        (26.0, -12.02),
        (23.83, -12.02),
        (23.47, -12.02),
        (23.27, -12.62),
        (23.0, -13.03),
        (22.82, -13.15),
        (21.33, -13.02),
        (21.33, -16.97),
        (20.81, -17.05),
        (20.86, -17.1),
        (21.9, -16.93),
        (22.16, -16.79),
        (22.33, -16.52),
        (22.59, -16.36),
        (23.03, -16.17),
        (23.1, -16.21),
        (23.79, -15.79),
        (23.84, -15.8),
        (23.67, -15.98),
        (23.84, -15.9),
        (24.72, -14.91),
        (25.4, -14.79),
        (26.25, -14.41),
        (26.74, -13.58),
        (27.65, -13.18),
        (27.91, -12.95),
        (28.13, -11.99),
        (28.38, -11.43),
        (28.71, -11.08),
        (29.06, -10.49),
        (29.96, -9.74),
        (30.35, -9.62),
        (30.72, -9.88),
        (31.42, -9.81),
        (31.71, -9.68),
        (32.09, -9.35),
        (32.57, -9.25),
        (33.25, -8.51),
        (33.97, -6.9),
        (34.78, -6.35),
        (35.79, -5.92),
        (35.9, -5.28),
        (35.74, -5.34),
        (35.61, -5.25),
        (35.28, -4.84),
        (35.21, -4.63),
        (35.16, -4.33),
        (35.28, -3.69),
        (35.21, -3.39),
        (35.24, -3.21),
        (35.41, -2.97),
        (35.13, -2.84),
    )
)
_SQUEEZE = cos(radians(29))
"""A degree of longitude by one of latitude, in the middle of the country."""
_WEST, _EAST = (edge(place.longitude for place in OUTLINE) for edge in (min, max))
_SOUTH, _NORTH = (edge(place.latitude for place in OUTLINE) for edge in (min, max))
RATIO = (_EAST - _WEST) * _SQUEEZE / (_NORTH - _SOUTH)
"""Width of the map by its height."""


def on_map(place: Place) -> tuple[float, float]:
    """Where a place is on the map, as parts of its width and height from the upper left corner."""
    return (place.longitude - _WEST) / (_EAST - _WEST), (_NORTH - place.latitude) / (_NORTH - _SOUTH)
