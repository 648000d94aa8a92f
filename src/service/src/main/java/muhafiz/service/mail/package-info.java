/**
 * E-mail, where an operator has named a server: notices go out by SMTP, letters come in by IMAP. Without one the portal sends and brings
 * them.
 *
 * <p>A notice is {@code sent} once the server has taken it; a crash in between sends it twice under one Message-ID, never not at all. A
 * letter's copy in the mailbox is deleted once the letter and all its documents are acknowledged; what cannot be taken in is moved aside
 * and named in the log. Nothing is ever answered from here.
 */
@NullMarked
package muhafiz.service.mail;

import org.jspecify.annotations.NullMarked;
