package io.marquee.serve;

import java.util.List;

/** One thing that can be asked. */
interface Endpoint {

    /** The one path it answers at. */
    String path();

    /** Methods it takes. */
    List<String> methods();

    /**
     * Answers.
     *
     * @param query raw query of the address; null where there is none
     * @param body what was sent, empty for GET
     * @return what is written as JSON, or JSON as bytes
     * @throws BadRequestException if this cannot be answered
     */
    Object answer(String method, String query, byte[] body) throws BadRequestException;
}
