/** The contract as published. */
@NullMarked
package muhafiz.api.contract;

import org.jspecify.annotations.NullMarked;
