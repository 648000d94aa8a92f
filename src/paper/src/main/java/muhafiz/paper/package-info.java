/**
 * What the archive says, as PDF/A-3b (ISO 19005-3) for people and for whoever keeps it; what was signed is attached. Beside it, pages that are shown:
 * {@link muhafiz.paper.page.ShownPage}.
 *
 * <p>Made from what is given, without a clock and without chance: the same act is the same bytes. PDF is only written here, never read.
 */
@NullMarked
package muhafiz.paper;

import org.jspecify.annotations.NullMarked;
