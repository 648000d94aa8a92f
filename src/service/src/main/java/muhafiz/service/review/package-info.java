/** What officers say of a document after it came: refused or accepted, its original shown, filed under another kind or case. */
@NullMarked
package muhafiz.service.review;

import org.jspecify.annotations.NullMarked;
