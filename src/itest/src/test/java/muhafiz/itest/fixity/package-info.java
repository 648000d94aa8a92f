/** What happens to objects in the bucket behind the archive's back, and how it is found. */
@NullMarked
package muhafiz.itest.fixity;

import org.jspecify.annotations.NullMarked;
