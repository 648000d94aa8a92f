/**
 * Custody of the keys: rotation each night and when a custodian asks for it. Nobody here reads a record; every operation is an entry.
 */
@NullMarked
package muhafiz.service.custody;

import org.jspecify.annotations.NullMarked;
