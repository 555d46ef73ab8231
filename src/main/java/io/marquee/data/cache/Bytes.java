package io.marquee.data.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Numbers and texts as bytes in memory. */
final class Bytes {

    private Bytes() {}

    /** Writes. */
    static final class Out extends DataOutputStream {

        Out() {
            super(new ByteArrayOutputStream());
        }

        /** A text of any length. */
        void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            writeInt(bytes.length);
            write(bytes);
        }

        void texts(List<String> texts) throws IOException {
            writeInt(texts.size());
            for (String text : texts) {
                text(text);
            }
        }

        byte[] toByteArray() {
            return ((ByteArrayOutputStream) out).toByteArray();
        }
    }

    /** Reads what {@link Out} wrote. */
    static final class In extends DataInputStream {

        private final byte[] bytes;

        In(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
            this.bytes = bytes;
        }

        String text() throws IOException {
            return new String(readNBytes(count()), StandardCharsets.UTF_8);
        }

        List<String> texts() throws IOException {
            int count = count();
            List<String> texts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                texts.add(text());
            }
            return texts;
        }

        /** A count of things that take at least a byte each, so that no more memory is taken than there are bytes. */
        int count() throws IOException {
            int count = readInt();
            if (count < 0 || count > bytes.length) {
                throw new DamagedCacheException("it holds a count of " + count);
            }
            return count;
        }
    }
}
