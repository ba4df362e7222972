import java.io.File;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Reads an export into Gephi, and lets Gephi write it again, in the format of the ending.
 *
 * java -cp gephi-toolkit-all.jar WriteAgain.java FILE TARGET
 */
public class WriteAgain {
  public static void main(String[] words) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    Container container = imports.importFile(new File(words[0]));
    container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    container.getLoader().setAutoScale(false);
    imports.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    Lookup.getDefault().lookup(ExportController.class).exportFile(new File(words[1]));
    System.exit(0);
  }
}
