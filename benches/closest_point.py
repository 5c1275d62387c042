"""FCPW's side of benches/closest_point.rs: for each line read, one answer to all points and the seconds a point that it took."""
import sys
import time

import fcpw
import numpy as np

folder = sys.argv[1]
vertices = np.fromfile(f"{folder}/vertices", np.float32).reshape(-1, 3)
triangles = np.fromfile(f"{folder}/triangles", np.int32).reshape(-1, 3)
points = np.asfortranarray(np.fromfile(f"{folder}/points", np.float32).reshape(-1, 3))
scene = fcpw.scene_3D()
scene.set_object_count(1)
scene.set_object_vertices(vertices, 0)
scene.set_object_triangles(triangles, 0)
scene.build(fcpw.aggregate_type.bvh_surface_area, True)
anywhere = np.full(len(points), np.finfo(np.float32).max, np.float32)
found = fcpw.interaction_3D_list()
for _ in sys.stdin:
    found = fcpw.interaction_3D_list()
    start = time.perf_counter()
    scene.find_closest_points(points, anywhere, found)
    print((time.perf_counter() - start) / len(points), flush=True)
np.array([interaction.d for interaction in found], np.float32).tofile(f"{folder}/distances")
