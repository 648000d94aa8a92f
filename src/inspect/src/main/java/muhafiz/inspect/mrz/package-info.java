/**
 * The text of machine-readable zones (ICAO Doc 9303, parts 3 to 7): the five formats, their check digits, and how names are written in
 * them. What a zone says is what its paper says: nobody has verified it.
 */
@NullMarked
package muhafiz.inspect.mrz;

import org.jspecify.annotations.NullMarked;
