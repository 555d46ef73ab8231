package io.marquee.runs;

import java.util.List;
import java.util.Map;

/** The plain parts a report is made of. Texts are escaped, markup is not. */
final class HtmlPage {

    private final StringBuilder page = new StringBuilder();

    HtmlPage markup(String html) {
        page.append(html);
        return this;
    }

    HtmlPage text(String text) {
        page.append(escaped(text));
        return this;
    }

    void heading(String text) {
        markup("<h2>").text(text).markup("</h2>\n");
    }

    void paragraph(String text) {
        markup("<p>").text(text).markup("</p>\n");
    }

    /** A heading with a table of names and values below. */
    void section(String title, Map<String, String> rows) {
        heading(title);
        markup("<table>\n");
        rows.forEach((name, value) ->
                markup("<tr><th scope=\"row\">").text(name).markup("</th><td>").text(value).markup("</td></tr>\n"));
        markup("</table>\n");
    }

    /** A table of numbers: the first column to the left, the others to the right. */
    void table(List<String> headings, List<List<String>> rows) {
        markup("<table>\n<tr>");
        for (int i = 0; i < headings.size(); i++) {
            markup(i == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">").text(headings.get(i)).markup("</th>");
        }
        markup("</tr>\n");
        for (List<String> row : rows) {
            markup("<tr>");
            for (int i = 0; i < row.size(); i++) {
                markup(i == 0 ? "<td>" : "<td class=\"n\">").text(row.get(i)).markup("</td>");
            }
            markup("</tr>\n");
        }
        markup("</table>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
