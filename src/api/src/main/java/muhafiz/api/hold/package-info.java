/** Legal holds and restrictions: what stops a destruction or a use. */
@NullMarked
package muhafiz.api.hold;

import org.jspecify.annotations.NullMarked;
