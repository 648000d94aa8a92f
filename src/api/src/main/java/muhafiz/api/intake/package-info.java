/** Documents on their way in: a raw body or one part of a form, read once as it comes and kept nowhere here. */
@NullMarked
package muhafiz.api.intake;

import org.jspecify.annotations.NullMarked;
