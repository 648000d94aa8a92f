/** Receipts as proofs: what the log holds of a document's arrival, for whoever brought it and for the auditor. */
@NullMarked
package muhafiz.service.receipt;

import org.jspecify.annotations.NullMarked;
