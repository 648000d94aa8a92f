/** A loader's work: made-up cases in bulk, to try figures and load; ordered by whoever owns the database, worked off in the background. */
@NullMarked
package muhafiz.service.feed;

import org.jspecify.annotations.NullMarked;
