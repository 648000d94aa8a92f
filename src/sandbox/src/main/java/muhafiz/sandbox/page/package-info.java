/**
 * Pages of documents as pictures, and the words that stand on them.
 *
 * <pre>
 * Drawer          answers what the archive asks about one page
 *   Pages         a PDF or picture, opened; how many pages, and each as it is seen
 *     PdfPages      drawn by PDFBox
 *     PicturePages  a JPEG, PNG or TIFF, turned upright as its Exif says
 *       Shrunk      fewer pixels, each the mean of those it stands for
 *   Detail        how fine
 *   GlyphPlaces   where the glyphs of a PDF's page stand
 *   WordPlaces    the words made of them
 * </pre>
 *
 * <pre>{@code
 * try (Pages pages = Pages.open(document)) {
 *     BufferedImage first = pages.drawn(1, new Detail(150, 6_000_000, 1_200));
 * }
 * }</pre>
 */
@NullMarked
package muhafiz.sandbox.page;

import org.jspecify.annotations.NullMarked;
