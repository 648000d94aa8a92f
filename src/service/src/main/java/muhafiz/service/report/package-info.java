/** What the service owes others about its processing: the record of processing, and the data-protection officer's figures. */
@NullMarked
package muhafiz.service.report;

import org.jspecify.annotations.NullMarked;
