/** Files older than the archive, in bulk. */
@NullMarked
package muhafiz.api.imports;

import org.jspecify.annotations.NullMarked;
