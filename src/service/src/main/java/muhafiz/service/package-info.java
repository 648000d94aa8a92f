/**
 * What the archive can be asked to do: one class per use case, named for what the officer does.
 *
 * <p>A use case answers with a value or, where the contract refuses, throws {@link muhafiz.service.RefusedException} after its log
 * entry is durable. {@link muhafiz.crypto.IntegrityException} and {@link muhafiz.crypto.UnavailableException} come from below.
 * Nothing here knows HTTP; nothing above here knows the database, the keys or the store.
 */
@NullMarked
package muhafiz.service;

import org.jspecify.annotations.NullMarked;
