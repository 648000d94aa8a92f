/**
 * Too much of everything: bodies as long as the policy lets them be, as many and as slow as clients can make them, and files
 * made to hurt whoever reads them.
 */
@NullMarked
package muhafiz.itest.load;

import org.jspecify.annotations.NullMarked;
