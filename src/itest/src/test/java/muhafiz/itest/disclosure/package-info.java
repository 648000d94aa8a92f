/** Disclosures, seen by those who propose, approve and receive them. */
@NullMarked
package muhafiz.itest.disclosure;

import org.jspecify.annotations.NullMarked;
