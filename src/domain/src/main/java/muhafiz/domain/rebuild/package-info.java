/**
 * Writing a lost document table anew.
 *
 * <p>What was rebuilt stays restricted until two different persons, a records manager and a data-protection officer, have released it.
 */
@NullMarked
package muhafiz.domain.rebuild;

import org.jspecify.annotations.NullMarked;
