package muhafiz.inspect.frame;

/**
 * What a worker sees of its own walls, told before it has seen any document. The archive compares it with what the
 * isolation promises and starts no document otherwise.
 *
 * @param uid the worker's own user id, as the worker sees it
 * @param capabilities effective, permitted and bounding capability sets, joined; zero is none
 * @param noNewPrivileges whether the kernel refuses this process new privileges for ever
 * @param interfaces network interfaces beside loopback
 * @param processes processes it can see, itself among them
 */
public record Walls(long uid, long capabilities, boolean noNewPrivileges, int interfaces, int processes) {

    public Frame frame() {
        PayloadWriter out = new PayloadWriter().number(uid).number(capabilities);
        out.count(noNewPrivileges ? 1 : 0).count(interfaces).count(processes);
        return new Frame(Kind.READY, out.bytes());
    }

    public static Walls decode(byte[] payload) throws FrameException {
        PayloadReader in = new PayloadReader(payload);
        Walls walls = new Walls(
                in.number(), in.number(), in.count(1) == 1, in.count(Integer.MAX_VALUE), in.count(Integer.MAX_VALUE));
        in.end();
        return walls;
    }
}
