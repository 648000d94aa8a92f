/** How fast an order is carried out. */
@NullMarked
package muhafiz.service.destruction;

import org.jspecify.annotations.NullMarked;
