/**
 * What intake knows before anybody reads a document: its media type by its first bytes.
 *
 * <pre>{@code
 * MediaTypes.detect("%PDF-1.7\n".getBytes(UTF_8)).equals("application/pdf");
 * }</pre>
 */
@NullMarked
package muhafiz.domain.intake;

import org.jspecify.annotations.NullMarked;
