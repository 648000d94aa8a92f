/** The keys' custody as operators and custodians meet it, on a running archive. */
@NullMarked
package muhafiz.itest.custody;

import org.jspecify.annotations.NullMarked;
