/**
 * What an archive does that was brought back from copies, before its door opens: it hears what was forgotten since, makes its keys anew,
 * and takes off its files whatever has no key by order.
 */
@NullMarked
package muhafiz.service.restore;

import org.jspecify.annotations.NullMarked;
