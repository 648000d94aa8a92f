/** Health as MicroProfile has it, on the management port: alive, and ready to serve. */
@NullMarked
package muhafiz.service.health;

import org.jspecify.annotations.NullMarked;
