/** An applicant chooses between the form and the document where the two say different things (DOC-5, AP-4). */
@NullMarked
package muhafiz.service.choice;

import org.jspecify.annotations.NullMarked;
