/** Files older than the archive come in bulk, and every line that cannot come is named. */
@NullMarked
package muhafiz.itest.imports;

import org.jspecify.annotations.NullMarked;
