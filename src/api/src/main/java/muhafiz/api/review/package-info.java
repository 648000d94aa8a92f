/** What officers say of a document after it came. */
@NullMarked
package muhafiz.api.review;

import org.jspecify.annotations.NullMarked;
