/**
 * A page that is shown, as a PNG that names its reader.
 *
 * <p>It comes as bare pixels, so that nothing in it has to be parsed here, and is marked before anybody sees it.
 *
 * <pre>{@code
 * byte[] png = new ShownPage(width, height, rgb).markedPng("leyla RD-1 2026-11-23 09:15:02 UTC");
 * }</pre>
 */
@NullMarked
package muhafiz.paper.page;

import org.jspecify.annotations.NullMarked;
