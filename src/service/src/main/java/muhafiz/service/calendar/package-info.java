/**
 * Loading a year's days off. One records manager gives them, another confirms; from then on every node counts by them, and the open
 * dates that the year touches are computed anew in the background. A year that is not loaded refuses nobody.
 */
@NullMarked
package muhafiz.service.calendar;

import org.jspecify.annotations.NullMarked;
