/** What a border unit asks: {@link muhafiz.api.border.BorderResource}. */
@NullMarked
package muhafiz.api.border;

import org.jspecify.annotations.NullMarked;
