/** Disclosures to others, and the agreements they rest on. */
@NullMarked
package muhafiz.api.disclosure;

import org.jspecify.annotations.NullMarked;
