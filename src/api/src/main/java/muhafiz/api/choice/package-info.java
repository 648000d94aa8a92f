/** The applicant's choice between form and document, over HTTP. */
@NullMarked
package muhafiz.api.choice;

import org.jspecify.annotations.NullMarked;
