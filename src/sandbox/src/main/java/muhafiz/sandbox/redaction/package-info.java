/**
 * Documents without something: each page is drawn to a picture, what goes is painted over in its pixels, and the pictures become the pages
 * of another PDF. Nothing is ever drawn over live text, because there is none any more.
 *
 * <pre>
 * Redactor      which kind of file it is, and its limits: pages, pixels, length
 *   PdfPages    the pages of a PDF; form fields are part of them, other annotations are not drawn
 *   PagePlaces  where the words stand on a page, letters compared without case and accents
 *   Photo       a JPEG or PNG as the one page it is, turned upright
 *   ImagePdf    the new PDF
 * </pre>
 */
@NullMarked
package muhafiz.sandbox.redaction;

import org.jspecify.annotations.NullMarked;
