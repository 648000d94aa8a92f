/**
 * Documents without something: each page is drawn to a picture, what goes is painted over in its pixels, and the pictures become the pages
 * of another PDF. Nothing is ever drawn over live text, because there is none any more.
 *
 * <pre>
 * Redactor      its limits: pages, length; form fields are part of a page, other annotations are not drawn
 *   muhafiz.sandbox.page.Pages  the pages of a PDF or picture as they are seen
 *   PagePlaces  where the words stand on a page of a PDF, letters compared without case and accents
 *   ImagePdf    the new PDF
 * </pre>
 */
@NullMarked
package muhafiz.sandbox.redaction;

import org.jspecify.annotations.NullMarked;
