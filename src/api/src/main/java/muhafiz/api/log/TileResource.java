package muhafiz.api.log;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.audit.BundleReading;
import muhafiz.service.checkpoint.PublicTree;

/** Tiles of hashes, for anyone and for ever; bundles of entries, for those who may read the log (c2sp.org/tlog-tiles). */
@Path("/log/tile")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public class TileResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final PublicTree tree;
    private final BundleReading bundles;

    @Inject
    public TileResource(PublicTree tree, BundleReading bundles) {
        this.tree = tree;
        this.bundles = bundles;
    }

    @SuppressWarnings("NullAway")
    public TileResource() { // for RESTEasy
        this(null, null);
    }

    @GET
    @Path("{tile: [0-9].*}")
    public byte[] tile(@PathParam("tile") String path, @Context HttpServletResponse answer) {
        byte[] hashes = tree.tile("tile/" + path)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "the log has no such tile"));
        answer.setHeader("Cache-Control", FOR_EVER);
        return hashes;
    }

    @GET
    @Path("entries/{bundle: .+}")
    public byte[] bundle(@PathParam("bundle") String path, @BeanParam Asking asking, @BeanParam Stated stated) {
        return bundles.read(asking.account(), "tile/entries/" + path, stated.why());
    }
}
