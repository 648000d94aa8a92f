/**
 * Reading by Apache Tika, restricted to what the office accepts: PDF, images, office files, mail, text. No program is
 * called, no text is recognised in pictures, nothing embedded is opened, and reading stops as soon as the document has
 * said what it says about itself.
 *
 * <pre>
 * TikaReader        which parsers, which limits, which failure is which refusal
 *   Skimming        the handler that has seen enough after the first page or 100,000 characters
 *   MetadataMapping Tika's keys to the archive's terms: the one place that knows Tika's spelling
 *   Bounded         counts and lengths, so that an honest answer is never refused by the archive
 * </pre>
 */
@NullMarked
package muhafiz.sandbox.reading;

import org.jspecify.annotations.NullMarked;
