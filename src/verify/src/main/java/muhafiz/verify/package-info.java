/**
 * {@code muhafiz-verify}: checks what the archive hands out, and its whole log, offline and without trusting it.
 *
 * <pre>
 * java -jar muhafiz-verify.jar [--json] COMMAND …
 *
 *   receipt FILE [--document FILE]            a receipt (tlog-proof), and that it is about these very bytes
 *   consistency OLDER NEWER (--log DIR | --proof FILE)
 *                                             that the newer checkpoint's log begins with the older one's
 *   log DIR [--hashes-only] [--minimum-index N] [--floor CHECKPOINT]… [--against DIR]
 *                                             a downloaded log: every entry, every tile, the checkpoint; that it contains
 *                                             the logs of older checkpoints, and what was downloaded before
 *   listing FILE [--log DIR]                  that a person's listing has no gap (and, with the log, that none is beyond it:
 *                                             up to 10,000 past the count of each year; DIR must hold every entry up to the
 *                                             listing's checkpoint, or nothing was checked)
 *   certificate FILE                          a certificate of destruction
 *   act FILE                                  an act of destruction
 *   package FILE                              an answer package (ZIP) and the papers in it
 *   evidence RECORD FILE… --anchor PEM        an evidence record of RFC 4998 over these files
 *   download URL DIR [--entries] [--login FILE] [--purpose CODE] [--ref NUMBER]
 *                                             mirrors a log; goes on where it stopped
 *   witness init DIR --name NAME | witness serve DIR [--port N] [--bind ADDRESS]
 *
 * Whom to trust, in all but evidence and witness:
 *   --vkey VKEY                               the log's verifier key, a line or a file
 *   --key-changes FILE                        statements of changes of that key, as the archive's /log/vkey/history gives them
 *   --witness VKEY…                           a witness's key, a line or a file
 *   --required N                              how many of them must have cosigned (default: all that are named)
 * </pre>
 *
 * <p>Exit codes: 0 it holds; 1 it does not, and the first bad position is named; 2 nothing was checked: the command or a file could
 * not be understood, is too large, or the folder of a log lacks what the check needs; 3 the other side could not be
 * reached (only {@code download}).
 *
 * <p>With {@code --json} the answer is one JSON object: {@code {"command":"log","holds":true,"facts":{…}}} or
 * {@code {"command":"log","holds":false,"position":"entry 17","why":"…"}} or {@code {"command":"log","error":"…"}}.
 */
@NullMarked
package muhafiz.verify;

import org.jspecify.annotations.NullMarked;
