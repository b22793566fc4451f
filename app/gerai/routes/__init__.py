"""Pages of this room: officers, roles and acts of a gerai; the district's gerai and officers."""

from app.gerai.routes import acts, district, officers, roles
from app.gerai.routes.blueprint import blueprint

__all__ = ["acts", "blueprint", "district", "officers", "roles"]
