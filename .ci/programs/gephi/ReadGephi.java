import com.google.gson.Gson;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.TimeSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * What Gephi reads of an export, as JSON: nodes and edges with their attributes, and what its import report complains of.
 *
 * java -cp gephi-toolkit-all.jar ReadGephi.java MERGE FILE [FILE], where MERGE is what Gephi is to do with parallel edges:
 * NO_MERGE, or SUM as its dialogue proposes. Several files go into one workspace, tables through the import of
 * spreadsheets with the types that it detects.
 */
public class ReadGephi {
  public static void main(String[] words) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    List<Object> issues = new ArrayList<>();
    for (String path : Arrays.asList(words).subList(1, words.length)) {
      Container container = read(imports, new File(path));
      container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.valueOf(words[0]));
      container.getLoader().setAutoScale(false);
      container.getReport().getIssues(Integer.MAX_VALUE).forEachRemaining(it -> issues.add(it.getLevel() + " " + it.getMessage()));
      imports.process(container, new AppendProcessor(), projects.getCurrentWorkspace());
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    List<Object> nodes = new ArrayList<>();
    for (Node it : model.getGraph().getNodes()) nodes.add(nodeOf(it));
    List<Object> edges = new ArrayList<>();
    for (Edge it : model.getGraph().getEdges()) edges.add(edgeOf(it));
    System.out.println(new Gson().toJson(Map.of("nodes", nodes, "edges", edges, "issues", issues, "dynamic", model.isDynamic())));
    System.exit(0);
  }

  static Container read(ImportController imports, File file) throws Exception {
    if (!file.getName().endsWith(".csv")) return imports.importFile(file);
    ImporterSpreadsheetCSV importer = new ImporterSpreadsheetCSV();
    importer.setFile(file);
    importer.refreshAutoDetections();
    return imports.importFile(file, importer);
  }

  static Map<String, Object> nodeOf(Node node) {
    Map<String, Object> read = elementOf(node);
    read.put("place", List.of(node.x(), node.y()));
    read.put("size", node.size());
    read.put("colour", String.format("#%06x", node.getRGBA() & 0xffffff));
    return read;
  }

  static Map<String, Object> edgeOf(Edge edge) {
    Map<String, Object> read = elementOf(edge);
    read.put("from", edge.getSource().getId());
    read.put("to", edge.getTarget().getId());
    read.put("directed", edge.isDirected());
    read.put("kind", edge.getTypeLabel());
    read.put("colour", String.format("#%06x", edge.getRGBA() & 0xffffff));
    return read;
  }

  static Map<String, Object> elementOf(Element element) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Column it : element.getTable()) {
      Object value = element.getAttribute(it);
      if (value != null) attributes.put(it.getTitle(), value instanceof TimeSet ? value.toString() : value);
    }
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("id", element.getId());
    read.put("label", element.getLabel());
    read.put("attributes", attributes);
    return read;
  }
}
