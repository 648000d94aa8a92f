/** Evidence records, as they are verified anywhere: DER, whatever tool reads them. */
@NullMarked
package muhafiz.api.evidence;

import org.jspecify.annotations.NullMarked;
