package muhafiz.itest.planted.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Runs what it reads. */
class Deserialiser {
    Object read(InputStream in) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(in).readObject();
    }
}
