package org.liptako.node.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.liptako.node.inquiry.Answer;
import org.liptako.node.inquiry.AnswerFile;

/**
 * The bytes of an answer's file, of which each page is read when those before it are taken. Whoever stops taking stops the reading, and loses their room after a while;
 * where others have all of it when they take on, the file ends broken off. Not thread-safe.
 */
final class AnswerStream extends InputStream {
    private final Iterator<Answer> pages;
    private final AnswerFile file;
    private final HeavyGate.Pass room;
    private byte[] part;
    private int taken;
    private boolean ended;

    /** @param room given back when all is taken, or nobody takes any more */
    AnswerStream(String first, Iterator<Answer> pages, AnswerFile file, HeavyGate.Pass room) {
        this.part = first.getBytes(StandardCharsets.UTF_8);
        this.pages = pages;
        this.file = file;
        this.room = room;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!ended) {
            holdOn();
        }
        while (taken == part.length) {
            if (ended) {
                room.close();
                return -1;
            }
            next();
        }
        int number = Math.min(most, part.length - taken);
        System.arraycopy(part, taken, into, offset, number);
        taken += number;
        return number;
    }

    private void holdOn() throws IOException {
        try {
            room.goesOn();
        } catch (BusyException lost) {
            throw new IOException(
                    "Nobody read of this file for " + HeavyGate.UNREAD + ", and others have its room.", lost);
        }
    }

    @Override
    public void close() {
        ended = true;
        room.close();
    }

    private void next() {
        ended = !pages.hasNext();
        part = (ended ? file.end() : file.page(pages.next())).getBytes(StandardCharsets.UTF_8);
        taken = 0;
    }
}
