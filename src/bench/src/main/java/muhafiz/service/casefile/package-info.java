/** How fast persons and cases are found. */
@NullMarked
package muhafiz.service.casefile;

import org.jspecify.annotations.NullMarked;
